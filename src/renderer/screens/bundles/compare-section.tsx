import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { CompareSide } from './compare-side.tsx'
import { ComparisonView } from './comparison-view.tsx'

/** Two bundles of one PC, before and after, or of two PCs. */
export const CompareSection = () => {
  const compared = useApp((state) => state.compared)
  return (
    <section className="bundles-part" aria-labelledby="compare-two">
      <h2 id="compare-two">Compare two</h2>
      <p className="lead">Before and after a change, or a PC that works and one that does not.</p>
      <div className="compare-sides">
        <CompareSide side="a" />
        <CompareSide side="b" />
      </div>
      {compared.phase === 'failed' && <Notice>{compared.fault.message}</Notice>}
      {compared.phase === 'done' && <ComparisonView comparison={compared.comparison} />}
    </section>
  )
}

import './bundles-screen.css'
import { ScreenHeading } from '../screen-heading.tsx'
import { CompareSection } from './compare-section.tsx'
import { OpenSection } from './open-section.tsx'
import { TriageSection } from './triage-section.tsx'

/** What was collected on other PCs. Beside the case: nothing here changes a machine. */
export const BundlesScreen = () => (
  <div className="stack">
    <ScreenHeading lead="What was collected on other PCs. Nothing is unpacked to the disk, and nothing is changed.">
      Support bundles
    </ScreenHeading>
    <OpenSection />
    <CompareSection />
    <TriageSection />
  </div>
)

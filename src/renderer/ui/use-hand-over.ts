import { useEffect, useState } from 'react'
import type { HandOverOrder, HandOverText } from '../../shared/hand-over.ts'
import type { Result } from '../../shared/result.ts'
import { useApp } from '../store/use-app.ts'

/** The text of an order, built anew when it changes. null: there is nothing to build yet. */
export const useHandOver = (order: HandOverOrder | null): Result<readonly HandOverText[]> | null => {
  const build = useApp((state) => state.buildHandOver)
  const [built, setBuilt] = useState<Result<readonly HandOverText[]> | null>(null)
  const key = order === null ? null : JSON.stringify(order)
  useEffect(() => {
    if (key === null) return setBuilt(null)
    let isWanted = true
    void build(JSON.parse(key) as HandOverOrder).then((result) => {
      if (isWanted) setBuilt(result)
    })
    return () => {
      isWanted = false
    }
  }, [key, build])
  return built
}

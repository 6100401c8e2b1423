import { useEffect, useEffectEvent } from 'react'

const control = 'button, a, input, textarea, select, [role="option"]'

/** A key of the whole window. Enter on a control stays that control's own; so does a key something else took. */
export const useKey = (key: 'Enter' | 'Escape', action: () => void): void => {
  const act = useEffectEvent(action)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented || event.repeat) return
      if (key === 'Escape' && document.querySelector(':popover-open') !== null) return
      if (key === 'Enter' && event.target instanceof Element && event.target.closest(control) !== null) return
      act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key])
}

import { type RefObject, useEffect, useRef } from 'react'

/**
 * Takes the focus when it is drawn in the place of what had it, such as the button that was just pressed; the heading of a
 * screen that was just opened keeps it.
 */
export const useFocusFirst = <E extends HTMLElement>(): RefObject<E | null> => {
  const element = useRef<E>(null)
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true })
  }, [])
  return element
}

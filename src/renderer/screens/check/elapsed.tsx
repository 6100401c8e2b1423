import { useEffect, useState } from 'react'

const slowAfter = 8

/** Seconds since the check began. A screen reader hears progress instead, not a ticking clock. */
export const Elapsed = () => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      <span>
        {seconds < slowAfter ? 'Windows is being asked. ' : 'Some tools are slow to answer. You can wait or cancel. '}
      </span>
      <span className="elapsed" aria-hidden="true">
        {seconds} s
      </span>
    </>
  )
}

import { useMemo } from 'react'
import { qrPath } from './qr-path.ts'

/** Dark on white in every theme: cameras want it so. */
export const QrPicture = ({ text, name }: { readonly text: string; readonly name: string }) => {
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

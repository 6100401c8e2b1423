import { DesktopPulse20Filled } from '@fluentui/react-icons/svg/desktop-pulse'
import './top-bar.css'
import { SourceMark } from './source-mark.tsx'

export const TopBar = () => (
  <header className="top-bar">
    <span className="brand">
      <span className="brand-mark" aria-hidden="true">
        <DesktopPulse20Filled />
      </span>
      PKU2U Doctor
    </span>
    <SourceMark />
  </header>
)

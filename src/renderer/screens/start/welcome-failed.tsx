import { Button } from '@fluentui/react-components'
import { useApp } from '../../store/use-app.ts'
import { Notice } from '../../ui/notice.tsx'
import { ScreenHeading } from '../screen-heading.tsx'

export const WelcomeFailed = () => {
  const message = useApp(({ greeting }) => (greeting.phase === 'failed' ? greeting.fault.message : ''))
  const greet = useApp((state) => state.greet)
  return (
    <>
      <ScreenHeading>PKU2U Doctor could not start</ScreenHeading>
      <Notice actions={<Button onClick={() => void greet()}>Try again</Button>}>{message}</Notice>
    </>
  )
}

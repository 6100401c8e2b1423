import { Wrench20Filled } from '@fluentui/react-icons/svg/wrench'
import type { ReactNode } from 'react'
import type { GroupId } from '../../../shared/finding-groups.ts'
import { StatusIcon } from '../../ui/status-icon.tsx'

export const groupIcons: Readonly<Record<GroupId, ReactNode>> = {
  'needs-you': <StatusIcon status="fail" />,
  'one-change': <Wrench20Filled className="tone-caution" />,
  'not-read': <StatusIcon status="unknown" />,
  fine: <StatusIcon status="pass" />,
  'does-not-apply': <StatusIcon status="not-applicable" />,
}

import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircle20Filled } from '@fluentui/react-icons/svg/question-circle'
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning20Filled } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import type { Status } from '../../shared/report.ts'

const icons: Readonly<Record<Status, ReactNode>> = {
  fail: <ErrorCircle20Filled className="status-icon tone-bad" />,
  warn: <Warning20Filled className="status-icon tone-caution" />,
  unknown: <QuestionCircle20Filled className="status-icon tone-quiet" />,
  pass: <CheckmarkCircle20Filled className="status-icon tone-good" />,
  'not-applicable': <SubtractCircle20Regular className="status-icon tone-quiet" />,
}

/** Beside a word that says the same; hidden from screen readers. */
export const StatusIcon = ({ status }: { readonly status: Status }) => icons[status]

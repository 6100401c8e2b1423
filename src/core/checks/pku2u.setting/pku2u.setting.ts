import type { Intent } from '../../../shared/intent.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { type Pku2uRule, pku2uRule } from '../../facts/pku2u-rule.ts'
import { allowOnlineId, pku2uSetting } from '../../facts/pku2u-setting.ts'
import { fromRegistry } from '../evidence.ts'
import { pages } from '../links.ts'

export const notOnWebPath = ({ path }: Intent): string | null =>
  path === 'web' ? 'The web account path does not use PKU2U.' : null

const enable = { fixes: ['pku2u.enable'] } as const

const whenNotSet: Readonly<Record<Exclude<Pku2uRule, 'keep-off' | 'account-unknown'>, Omit<Judgement, 'evidence'>>> = {
  server: {
    status: 'fail',
    detail:
      'PKU2U is not set, and Windows Server keeps it off by default, whatever the PC is joined to. Allow it here.',
    ...enable,
  },
  registered: {
    status: 'fail',
    detail: 'PKU2U is not set. On a PC like this one it is believed to be off by default. Allow it here.',
    ...enable,
  },
  'hybrid-client': {
    status: 'warn',
    detail: 'PKU2U is not set, and the sources disagree on what a hybrid joined PC does then. Allow it to be sure.',
    ...enable,
  },
  'entra-client': {
    status: 'warn',
    detail: 'PKU2U is not set. A Microsoft Entra joined PC is believed to allow it then. Setting it removes the doubt.',
    ...enable,
  },
  'join-unknown': {
    status: 'warn',
    detail: 'PKU2U is not set. What that means depends on how this PC is joined, which could not be read.',
    ...enable,
  },
}

export const pku2uSettingCheck = defineCheck({
  id: 'pku2u.setting',
  title: 'PKU2U setting',
  why: 'Between two Microsoft Entra PCs there is no domain controller, so Windows proves the account with PKU2U. It must be allowed on both ends.',
  roles: ['client', 'server'],
  tracks: ['rdp'],
  links: [pages.pku2uSetting, pages.devolutions, pages.awakecoding, pages.policyCsp],
  notFor: notOnWebPath,
  needs: { setting: pku2uSetting, rule: pku2uRule },
  judge: ({ setting, rule }): Judgement => {
    const evidence = [fromRegistry(keys.pku2u, allowOnlineId, setting.raw)]
    if (setting.state === 'invalid')
      return {
        status: 'fail',
        detail: `${allowOnlineId} holds something that Windows does not define: it must be a REG_DWORD of 1 or 0.`,
        evidence,
        ...enable,
      }
    if (rule === 'account-unknown')
      return {
        status: 'unknown',
        detail:
          'This PC is joined to a domain only. Whether PKU2U should be on depends on the user’s work accounts, which could not be read.',
        evidence,
      }
    if (rule === 'keep-off')
      return setting.state === 'on'
        ? {
            status: 'warn',
            detail:
              'PKU2U is allowed, but this PC is joined to an on-premises domain only, where it serves no purpose.',
            evidence,
            fixes: ['pku2u.clear'],
          }
        : {
            status: 'not-applicable',
            detail: 'This PC is joined to an on-premises domain only; PKU2U should stay off here.',
            evidence,
          }
    if (setting.state === 'on') return { status: 'pass', detail: 'PKU2U is allowed on this PC.', evidence }
    if (setting.state === 'off')
      return {
        status: 'fail',
        detail: 'PKU2U is blocked on this PC, so sign-in to or from it fails.',
        evidence,
        ...enable,
      }
    return { ...whenNotSet[rule], evidence }
  },
})

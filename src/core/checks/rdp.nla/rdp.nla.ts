import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { networkLevelAuthentication } from '../../facts/rdp-target.ts'
import { fromRegistry } from '../evidence.ts'
import { pages } from '../links.ts'

export const rdpNla = defineCheck({
  id: 'rdp.nla',
  title: 'Network Level Authentication',
  why: 'Turning it off can hide a PKU2U problem, but then anybody reaches the sign-in screen of this PC before proving who they are.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.devolutions, pages.rdpTroubleshooting],
  needs: { nla: networkLevelAuthentication },
  judge: ({ nla: { value, raw, byPolicy, key } }): Judgement => {
    const evidence = [fromRegistry(key, 'UserAuthentication', raw)]
    if (value === 1) return { status: 'pass', detail: 'This PC asks for Network Level Authentication.', evidence }
    if (value !== 0)
      return {
        status: 'unknown',
        detail: 'Whether Network Level Authentication is required is not set here.',
        evidence,
      }
    return byPolicy
      ? {
          status: 'warn',
          detail: 'A policy turns Network Level Authentication off. Ask its owner to require it.',
          evidence,
        }
      : {
          status: 'warn',
          detail: 'Network Level Authentication is off. It hides the cause and weakens this PC; require it again.',
          evidence,
          fixes: ['rdp.require-nla'],
        }
  },
})

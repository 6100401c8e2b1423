import { groupPolicyHolder, type Holder, mdmHolder, pku2uBaselines, putsPku2uBack } from '../facts/policy-owner.ts'
import {
  networkLevelAuthenticationHolder,
  noMdmHolder,
  remoteConnectionsHolder,
} from '../facts/remote-desktop-owner.ts'
import { signInGroupPolicyHolder, signInMdmHolder } from '../facts/sign-in-owner.ts'
import type { Probe } from './probe.ts'

/** A setting that a policy may own: where that shows, and what a change made here comes to. */
export interface OwnedSetting {
  readonly groupPolicy: Probe<Holder | null>
  readonly mdm: Probe<Holder | null>
  /** What the policy does, after its name. */
  readonly turnsOff: string
  /** What follows a change made here, by the kind of the owner; a whole sentence or more. */
  readonly afterwards: Readonly<Record<Holder['kind'], (name: string) => string>>
  /** What is said once it is written all the same, after "Written and read back, but ". */
  readonly written: Readonly<Record<Holder['kind'], (name: string) => string>>
}

const putsBack = (name: string): string => `${name} will put its own value back.`
const pku2uBlockedAgain = (kind: Holder['kind']) => (name: string) =>
  `${name} sets PKU2U to blocked. ${putsPku2uBack[kind]} ${pku2uBaselines}`

/** What follows where a policy allows PKU2U and a change made here takes that away. */
export const pku2uAllowedAgain = ({ kind, name }: Pick<Holder, 'kind' | 'name'>): string =>
  `${name} sets PKU2U as well, and not to blocked. ${putsPku2uBack[kind]}`

/** AllowOnlineID. */
export const pku2uOwned: OwnedSetting = {
  groupPolicy: groupPolicyHolder,
  mdm: mdmHolder,
  turnsOff: 'sets PKU2U to blocked',
  afterwards: { 'group-policy': pku2uBlockedAgain('group-policy'), mdm: pku2uBlockedAgain('mdm') },
  written: { 'group-policy': putsBack, mdm: putsBack },
}

/**
 * Whether security keys are offered for sign-in. Group Policy and MDM each have a value of their own, and which of two that
 * differ Windows follows is documented nowhere. When Group Policy writes an administrative template's value again: "Background
 * Refresh of Group Policy", https://learn.microsoft.com/previous-versions/windows/desktop/policy/background-refresh-of-group-policy
 */
export const signInOwned: OwnedSetting = {
  groupPolicy: signInGroupPolicyHolder,
  mdm: signInMdmHolder,
  turnsOff: 'turns security key sign-in off',
  afterwards: {
    'group-policy': (name) =>
      `${name} turns security key sign-in off and will put that back: with gpupdate /force, when the policy changes, or at a refresh that writes unchanged policies again. Windows refreshes them every 90 to 120 minutes.`,
    mdm: (name) =>
      `${name} turns security key sign-in off in a value of its own, which stays. Which of the two values Windows follows is not known. The service sends its own again at its check-ins, usually every eight hours.`,
  },
  written: {
    'group-policy': putsBack,
    mdm: (name) => `${name} still turns security key sign-in off in a value of its own.`,
  },
}

/** Windows follows the policy’s copy of the value, whatever is written into its own. */
const copied = (groupPolicy: OwnedSetting['groupPolicy'], turnsOff: string): OwnedSetting => {
  const afterwards = (name: string) =>
    `${name} ${turnsOff} in a value of its own, which stays. Windows follows that one, and not the one written here.`
  const written = (name: string) => `${name} still ${turnsOff} in a value of its own, which Windows follows.`
  return {
    groupPolicy,
    mdm: noMdmHolder,
    turnsOff,
    afterwards: { 'group-policy': afterwards, mdm: afterwards },
    written: { 'group-policy': written, mdm: written },
  }
}

/** Whether others may connect. */
export const remoteConnectionsOwned = copied(remoteConnectionsHolder, 'turns Remote Desktop off')

/** Whether Network Level Authentication is required. */
export const networkLevelAuthenticationOwned = copied(
  networkLevelAuthenticationHolder,
  'turns Network Level Authentication off',
)

import { groupPolicyHolder, type Holder, mdmHolder } from '../facts/policy-owner.ts'
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
const pku2uComesBack = (name: string): string =>
  `${name} sets PKU2U to blocked and will put that back. Security baselines ask for it: CIS 2.3.11.3, CIS for Intune 49.22, DISA STIG WN10-SO-000185 and WN11-SO-000185.`

/** AllowOnlineID. */
export const pku2uOwned: OwnedSetting = {
  groupPolicy: groupPolicyHolder,
  mdm: mdmHolder,
  turnsOff: 'sets PKU2U to blocked',
  afterwards: { 'group-policy': pku2uComesBack, mdm: pku2uComesBack },
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

export const keyTestIds = [
  'provision',
  'first-sign-in-entra',
  'first-sign-in-hybrid',
  'unlock',
  'manage',
  'offline-unlock',
] as const
export type KeyTestId = (typeof keyTestIds)[number]

/** One test that a person does with a key in hand. */
export interface KeyTest {
  readonly id: KeyTestId
  readonly title: string
  /** What must be so before it starts. */
  readonly before: string
  readonly steps: readonly string[]
  readonly warning: string | null
}

/**
 * The test run of a pilot, in our own words. Source: "Security key sign-in to Windows", try it out,
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-windows
 */
export const keyTests: readonly KeyTest[] = [
  {
    id: 'provision',
    title: 'Add a key to the account',
    before: 'A compatible FIDO2 key, and one other sign-in method with MFA on the account.',
    steps: [
      'Open the security info page of the account in a browser and sign in.',
      'Choose “Add sign-in method”, then “Security key”, and USB or NFC.',
      'Set the PIN of the key, touch it when asked, and give it a name.',
      'The key stands in the list of sign-in methods.',
    ],
    warning: null,
  },
  {
    id: 'first-sign-in-entra',
    title: 'First sign-in on a Microsoft Entra joined PC',
    before: 'The PC is online.',
    steps: [
      'Choose the security key among the sign-in options of the lock screen, and sign in.',
      'Open a cloud resource: no prompt.',
      'Open an on-premises file share (Kerberos) and a resource that uses NTLM: no prompt.',
      'Lock the PC.',
    ],
    warning: null,
  },
  {
    id: 'first-sign-in-hybrid',
    title: 'First sign-in on a hybrid joined PC',
    before:
      'The PC is on the company network: a domain controller is in sight. The user has signed in with a password once since the join.',
    steps: [
      'Choose the security key among the sign-in options of the lock screen, and sign in.',
      'Open a cloud resource: no prompt.',
      'Open an on-premises file share (Kerberos) and a resource that uses NTLM: no prompt.',
      'Lock the PC.',
    ],
    warning: null,
  },
  {
    id: 'unlock',
    title: 'Unlock with the key',
    before: 'The user has signed in with the key and locked the PC.',
    steps: ['Unlock with the key.', 'Open a cloud and an on-premises resource again: no prompt.'],
    warning: null,
  },
  {
    id: 'manage',
    title: 'Manage the key',
    before: 'The key is plugged in or at the reader.',
    steps: [
      'Open Settings › Accounts › Sign-in options › Security Key › Manage.',
      'Change the PIN. On a key with a reader, add a fingerprint.',
    ],
    warning: 'Reset wipes everything on the key, also the sign-ins to other services. Leave it out on a key in use.',
  },
  {
    id: 'offline-unlock',
    title: 'Unlock without a network',
    before: 'The user has signed in with the key before. Then the network is cut.',
    steps: [
      'Unlock with the key: the desktop opens.',
      'Cloud and on-premises resources stay out of reach. That is right.',
    ],
    warning: null,
  },
]

export const faceNote =
  'Windows Hello Face may sign in before the key is touched. Remove the face from the sign-in options while the key is tested.'

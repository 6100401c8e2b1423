import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { join, joinedHow } from '../../facts/join.ts'
import { machineCertificates } from '../../facts/machine-certificates.ts'
import { notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const issuer = /MS-Organization-P2P-Access/i

export const certificateP2pDevice = defineCheck({
  id: 'certificate.p2p-device',
  title: 'Certificate for peer sign-in',
  why: 'A joined PC gets a certificate from Microsoft Entra ID every day and shows it to the other PC. The user’s one is made on demand and proves nothing by its absence.',
  roles: ['client', 'server'],
  tracks: ['rdp'],
  links: [pages.deviceFaq],
  needs: { join },
  considers: { certificates: machineCertificates },
  judge: ({ join: joined }, { certificates }, { now }): Judgement => {
    const where = 'LocalMachine\\My'
    if (joined.azureAdJoined === 'unknown')
      return {
        status: 'unknown',
        detail: 'How this PC is joined is not known.',
        evidence: [{ source: 'dsregcmd', where: 'dsregcmd /status', what: 'The join state is not known.' }],
      }
    if (joined.azureAdJoined === 'no')
      return {
        status: 'not-applicable',
        detail: `This PC is ${joinedHow(joined)}, so it gets no such certificate.`,
        evidence: [],
      }
    if (!certificates.ok)
      return {
        status: 'unknown',
        detail: 'The certificates of this PC could not be read.',
        evidence: notRead('certificates', where, certificates),
      }
    const found = certificates.value.filter((certificate) => issuer.test(certificate.issuer))
    const valid = found.filter(
      ({ notBefore, notAfter }) => Date.parse(notBefore) <= now.getTime() && now.getTime() <= Date.parse(notAfter),
    )
    const evidence =
      found.length === 0
        ? [{ source: 'certificates', where, what: 'No certificate issued by MS-Organization-P2P-Access.' }]
        : found.map(({ issuer: name, notBefore, notAfter }) => ({
            source: 'certificates',
            where,
            what: `${name}: valid ${notBefore} to ${notAfter}`,
          }))
    return valid.length > 0
      ? { status: 'pass', detail: 'The certificate for peer sign-in is valid.', evidence }
      : {
          status: 'warn',
          detail:
            'This PC has no valid certificate for peer sign-in. It is renewed daily while the PC is online and known to Microsoft Entra ID: check the internet connection, then sign out and in.',
          evidence,
        }
  },
})

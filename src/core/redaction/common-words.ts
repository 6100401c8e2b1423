import { commandIds } from '../recording/recording.ts'
import { ownWords } from './own-words.ts'
import { askedKeys } from './registry-fields.ts'

/**
 * Words that Windows, Entra and our own sentences are made of. A PC called `Client` or a user called `Test` is replaced
 * where a field says that it is one, and nowhere else: otherwise the bundle could not be read any more.
 */
const words = `about accept accepted access account accounts active activity adapter address admin administrator administrators
  after agent allow allowed answer answers application applications asked attempt audit authentication authority available
  azure azuread backup before block blocked broker browser build built builtin cache cannot central change changed channel
  check class client cloud cluster code command common company completed computer computers config configuration connect
  connected connection console contact container control controller controllers correlation credential credentials critical
  current customer daily data database debug default defaultuser demo denied desktop details device devices diagnostic
  diagnostics direct directory disable disabled display document domain domains download driver edition employee enable
  enabled endpoint enrollment enterprise entra error event events everyone example external failed failure false fault field
  file files firewall first flags folder forest found from general generic global google group groups guest guests headquarters
  health hello helpdesk helper home host hosts hybrid identity image information infrastructure input install installation
  internal internet intranet intune invalid issuer item join joined kerberos keyboard kiosk laptop last level license limited
  linux list local localhost location lock logged login logon machine mail main manage managed management manager master
  member members memory message meeting microsoft mobile mode model module monitor name names native network none normal
  notebook null number object office offline online open operation operational operator option organization output owner
  partner password peer people personal phone platform pku2u policies policy port portal power previous primary print printer
  priority private process processor production profile program project properties protocol provider proxy public query read
  reader ready reason reception recovery refresh region register registered registration registry release remote report
  request requested required reset resource response restart result root router rules running sales sample scanner schedule
  school screen script search second secondary secret section secure security server servers service services session
  sessions setting settings setup share shared sign signed site slot smart software source staff staging standard start
  started state status stopped store student success successfully summary support surface switch system systems table tablet
  target task teacher team teams technical temp template temporary tenant terminal test tester testing text thumbprint ticket
  time title token tools total track trace training transport true trust trusted type unknown update updated upgrade user
  username users value values vendor verify version video virtual visitor volume wait warning websites win windows wireless
  work workaccount worker workgroup workplace workstation write written yes zone
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday monitoring pass fail warn unknown client`

/** Names of tenants that nobody chose: a new directory has one of them. */
const defaultTenants = [
  'default directory',
  'répertoire par défaut',
  'standardverzeichnis',
  'directorio predeterminado',
]

/** Properties of the answers that we ask for as JSON. */
const properties = `members sid name kind rsop path type data gpoid gponame precedence certificates issuer subject notbefore
  notafter target port outcome resolved tried requested selected failure code accepted certificate changes spec before`

const fixed = [...words.split(/\s+/), ...properties.split(/\s+/), ...defaultTenants, ...commandIds]

/** All of them; the words of the keys that checks ask for must stay readable, too. Made once. */
let made: ReadonlySet<string> | null = null
export const commonWords = (): ReadonlySet<string> => {
  made ??= new Set([
    ...fixed,
    ...ownWords(),
    ...askedKeys.flatMap((key) => [...key.toLowerCase().split(/[\\ ]/), ...key.toLowerCase().split('\\')]),
  ])
  return made
}

import type { Role } from '../../shared/intent.ts'
import { compareAccounts, compareTenants, knowsAccountOf } from './compare.ts'
import type { EndState } from './end-state.ts'
import { atBoth, type Rule } from './remark.ts'

const usesPku2u = ({ track, path }: EndState): boolean => track === 'rdp' && path === 'pku2u'

const pku2uTenants = {
  text: 'The two ends are of different tenants, and PKU2U works within one only.',
  todo: { client: 'Add a work account of the server’s tenant, or use the web account path.' },
} as const
/** Any client may take the web account path, but only with an account that the server's tenant knows. */
const webTenants = {
  text: 'The two ends are of different tenants.',
  todo: { client: 'On the web account path, sign in with an account of the server’s tenant.' },
} as const

/** A PC that is joined to no tenant has none to be read, however it is asked. */
const tenantless = (join: EndState['join'], place: Role): string => {
  if (join === 'unknown' || join === 'entra-joined' || join === 'hybrid-joined')
    return 'Check it again where dsregcmd answers.'
  return place === 'client' ? 'Add a work account of the server’s tenant there.' : 'Join it to Microsoft Entra ID.'
}

export const tenants: Rule = (client, server) => {
  const answer = compareTenants(client, server)
  if (answer === 'same') return null
  if (answer === 'different')
    return {
      id: 'pair.tenant',
      end: 'both',
      effect: 'mismatch',
      ...(usesPku2u(client) ? pku2uTenants : webTenants),
    }
  if (!usesPku2u(client)) return null
  const place = client.fingerprints.tenant === null ? 'client' : 'server'
  return {
    id: 'pair.tenant',
    end: place,
    effect: 'unknown',
    text: 'Its tenant is not known.',
    todo: { [place]: tenantless((place === 'client' ? client : server).join, place) },
  }
}

export const accounts: Rule = (client, server) => {
  const answer = compareAccounts(client, server)
  const todo = atBoth('Check both ends with the account of the connection.')
  if (answer === 'different')
    return {
      id: 'pair.account',
      end: 'both',
      effect: 'mismatch',
      text: 'The two ends were checked for different accounts.',
      todo,
    }
  const shouldCompare = usesPku2u(client) && client.accountNamed && server.accountNamed
  return answer === 'unknown' && shouldCompare && compareTenants(client, server) === 'same'
    ? {
        id: 'pair.account',
        end: 'both',
        effect: 'unknown',
        text: 'Whether both ends were checked for the same account is not known.',
        todo,
      }
    : null
}

/** Where the client’s own findings say nothing about the account, because its case named none. */
export const accountKnown: Rule = (client, server) => {
  if (!usesPku2u(client) || client.accountNamed) return null
  if (!server.accountNamed) {
    const holdsOne = client.fingerprints.known.some(({ tenant }) => tenant === server.fingerprints.tenant)
    return {
      id: 'pair.account',
      end: 'both',
      effect: holdsOne ? 'note' : 'unknown',
      text: holdsOne
        ? 'Neither end was checked for an account; the client’s user can prove one of this tenant.'
        : 'Neither end was checked for an account.',
      todo: atBoth('Check it again with the account of the connection.'),
    }
  }
  const answer = knowsAccountOf(client, server)
  if (answer === 'same') return null
  return answer === 'different'
    ? {
        id: 'pair.account',
        end: 'client',
        effect: 'fix',
        text: 'Its user cannot prove the account that the server was checked for.',
        todo: {
          client: 'Add the account under Settings › Accounts › Email & accounts › Add a work or school account.',
        },
      }
    : {
        id: 'pair.account',
        end: 'client',
        effect: 'unknown',
        text: 'Whether its user can prove the account is not known.',
        todo: { client: 'Check it again with the account of the connection.' },
      }
}

export const membership: Rule = (client, server) =>
  client.accountNamed && !server.accountNamed && server.track === 'rdp'
    ? {
        id: 'pair.membership',
        end: 'server',
        effect: 'note',
        text: 'Whether the account may connect to it was not checked.',
        todo: { server: 'Check it again with the account of the connection.' },
      }
    : null

export const securityKey: Rule = (client, server) =>
  client.track === 'security-key' && server.track === 'security-key' && client.path === 'pku2u'
    ? {
        id: 'pair.security-key',
        end: 'both',
        effect: 'fix',
        text: 'Remote Desktop with Network Level Authentication takes no security key.',
        todo: atBoth('Check both ends for the web account path.'),
      }
    : null

import { compareAccounts, compareDevices, comparePeers, compareTenants, knowsAccountOf } from './compare.ts'
import type { EndState } from './end-state.ts'
import type { Remark } from './remark.ts'

type Rule = (client: EndState, server: EndState) => Remark | null

const usesPku2u = ({ track, path }: EndState): boolean => track === 'rdp' && path === 'pku2u'
const both = (todo: string): Remark['todo'] => ({ client: todo, server: todo })

const samePc: Rule = (client, server) => {
  const isEqual = JSON.stringify(client) === JSON.stringify(server)
  if (!isEqual && compareDevices(client, server) !== 'same') return null
  return {
    id: 'pair.same-end',
    end: 'both',
    effect: 'mismatch',
    text: 'Both are the same PC, or two PCs of one name in one tenant.',
    todo: both('Take one end from each of the two PCs.'),
  }
}

const roles: Rule = (client, server) => {
  if (client.role !== server.role) return null
  const [which, other] = client.role === 'client' ? ['clients', 'server'] : ['servers', 'client']
  return {
    id: `pair.two-${which}`,
    end: 'both',
    effect: 'mismatch',
    text: `Both were checked as ${which}.`,
    todo: both(`Check one of the two PCs as the ${other}: --role ${other}.`),
  }
}

const wishes: Rule = (client, server) => {
  const name = client.track !== server.track ? 'track' : client.path !== server.path ? 'path' : null
  if (name === null) return null
  const words = {
    'security-key': 'security key sign-in',
    rdp: 'Remote Desktop',
    pku2u: 'PKU2U',
    web: 'the web account',
  }
  return {
    id: `pair.${name}`,
    end: 'both',
    effect: 'mismatch',
    text: `The client was checked for ${words[client[name]]}, the server for ${words[server[name]]}.`,
    todo: both('Check both ends for the same wish.'),
  }
}

const securityKey: Rule = (client, server) =>
  client.track === 'security-key' && server.track === 'security-key' && client.path === 'pku2u'
    ? {
        id: 'pair.security-key',
        end: 'both',
        effect: 'fix',
        text: 'Remote Desktop with Network Level Authentication takes no security key.',
        todo: both('Check both ends for the web account path: --path web.'),
      }
    : null

const tenants: Rule = (client, server) => {
  const answer = compareTenants(client, server)
  if (answer === 'same') return null
  if (!usesPku2u(client))
    return answer === 'unknown'
      ? null
      : {
          id: 'pair.tenant',
          end: 'both',
          effect: 'note',
          text: 'The two ends are of different tenants, which the web account path allows.',
          todo: { client: 'Sign in with an account of the server’s tenant.' },
        }
  if (answer === 'different')
    return {
      id: 'pair.tenant',
      end: 'both',
      effect: 'mismatch',
      text: 'The two ends are of different tenants, and PKU2U works within one only.',
      todo: { client: 'Add a work account of the server’s tenant, or use the web account path.' },
    }
  const isServer = client.fingerprints.tenant !== null
  return {
    id: 'pair.tenant',
    end: isServer ? 'server' : 'client',
    effect: 'unknown',
    text: 'Its tenant is not known.',
    todo: { [isServer ? 'server' : 'client']: 'Check it again where dsregcmd answers.' },
  }
}

const accounts: Rule = (client, server) => {
  const answer = compareAccounts(client, server)
  const todo = both('Check both ends with the account of the connection.')
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
const accountKnown: Rule = (client, server) => {
  if (!usesPku2u(client) || client.accountNamed) return null
  if (!server.accountNamed)
    return {
      id: 'pair.account',
      end: 'both',
      effect: 'unknown',
      text: 'Neither end was checked for an account.',
      todo: both('Check it again with the account of the connection: --account UPN.'),
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
        todo: { client: 'Check it again with the account of the connection: --account UPN.' },
      }
}

const membership: Rule = (client, server) =>
  client.accountNamed && !server.accountNamed && server.track === 'rdp'
    ? {
        id: 'pair.membership',
        end: 'server',
        effect: 'note',
        text: 'Whether the account may connect to it was not checked.',
        todo: { server: 'Check it again with the account of the connection: --account UPN.' },
      }
    : null

const otherPc: Rule = (client, server) =>
  comparePeers(client, server) === 'different'
    ? {
        id: 'pair.other-pc',
        end: 'both',
        effect: 'mismatch',
        text: 'The client was checked for another PC than this server, or for another name of it.',
        todo: { client: 'Check it again with the name of this server: --peer HOST.' },
      }
    : null

const rules: readonly Rule[] = [
  samePc,
  roles,
  wishes,
  tenants,
  otherPc,
  accounts,
  securityKey,
  accountKnown,
  membership,
]

/** What only both ends together show. */
export const pairRemarks = (client: EndState, server: EndState): readonly Remark[] =>
  rules.flatMap((rule) => rule(client, server) ?? [])

import { compareDevices, comparePeers } from './compare.ts'
import { atBoth, type Rule } from './remark.ts'

export const samePc: Rule = (client, server) => {
  const isEqual = JSON.stringify(client) === JSON.stringify(server)
  if (!isEqual && compareDevices(client, server) !== 'same') return null
  return {
    id: 'pair.same-end',
    end: 'both',
    effect: 'mismatch',
    text: 'Both are the same PC, or two PCs of one name in one tenant.',
    todo: atBoth('Take one end from each of the two PCs.'),
  }
}

export const roles: Rule = (client, server) => {
  if (client.role !== server.role) return null
  const [which, other] = client.role === 'client' ? ['clients', 'server'] : ['servers', 'client']
  return {
    id: `pair.two-${which}`,
    end: 'both',
    effect: 'mismatch',
    text: `Both were checked as ${which}.`,
    todo: atBoth(`Check one of the two PCs as the ${other}.`),
  }
}

export const wishes: Rule = (client, server) => {
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
    todo: atBoth('Check both ends for the same wish.'),
  }
}

export const otherPc: Rule = (client, server) =>
  comparePeers(client, server) === 'different'
    ? {
        id: 'pair.other-pc',
        end: 'both',
        effect: 'mismatch',
        text: 'The client was checked for another PC than this server, or for another name of it.',
        todo: { client: 'Check it again with the name of this server.' },
      }
    : null

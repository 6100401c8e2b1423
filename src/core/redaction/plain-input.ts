import { asKerberosServerList } from '../readers/kerberos-server.ts'

/** An input in a form that keeps its meaning when names in it become shorter or longer, and in which none is torn. */
export const plainInput = (name: string, text: string): string =>
  name === 'kerberos-server.txt' ? asKerberosServerList(text) : text

import { randomUUID } from 'node:crypto'

const most = 32

/** Plans that were shown and not yet answered. Each token works once; the oldest are forgotten. */
export interface IssuedPlans {
  /** `order`: what the plan was made for; `planToken`: what it stands for on the machine. */
  readonly issue: (order: string, planToken: string) => string
  /** The plan's own token; null when this one was never given out, was used, or was for something else. */
  readonly redeem: (token: string, order: string) => string | null
}

export const createIssuedPlans = (): IssuedPlans => {
  const open = new Map<string, { readonly order: string; readonly planToken: string }>()
  return {
    issue: (order, planToken) => {
      const token = randomUUID()
      open.set(token, { order, planToken })
      for (const old of [...open.keys()].slice(0, -most)) open.delete(old)
      return token
    },
    redeem: (token, order) => {
      const plan = open.get(token)
      open.delete(token)
      return plan?.order === order ? plan.planToken : null
    },
  }
}

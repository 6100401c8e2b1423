/** What the stand-in does not know throws by name, so that nothing of Electron is missed in silence. */
export const strict = <T extends object>(name: string, known: T): T =>
  new Proxy(known, {
    get: (target, property, receiver) => {
      // A promise that answers with this object looks for `then`.
      if (typeof property === 'symbol' || property === 'then' || property in target)
        return Reflect.get(target, property, receiver)
      throw new Error(`The stand-in for Electron does not know ${name}.${property}.`)
    },
    set: (_target, property) => {
      throw new Error(`The stand-in for Electron does not know setting ${name}.${String(property)}.`)
    },
  })

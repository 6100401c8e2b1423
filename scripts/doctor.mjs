#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { installDependencies } from './run.mjs'

installDependencies({ quiet: true })
const { cliEntry } = await import('./build-cli.mjs')
await import(pathToFileURL(await cliEntry()).href)

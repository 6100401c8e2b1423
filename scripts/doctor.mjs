#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { installDependencies } from './run.mjs'

installDependencies({ quiet: true })
const { cliEntry } = await import('./build-cli.mjs')
const entry = pathToFileURL(await cliEntry()).href
// npm changes to the package's folder; the paths on the command line are meant from where the person stands.
const { npm_lifecycle_event: event, INIT_CWD: here } = process.env
if (event === 'doctor' && here) process.chdir(here)
await import(entry)

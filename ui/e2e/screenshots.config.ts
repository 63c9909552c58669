import { defineConfig } from '@playwright/test'
import tests from './playwright.config'

/** Makes the pictures of the README anew, from the same application that the tests drive. */
export default defineConfig({ ...tests, testMatch: 'screenshots.ts' })

// Prints the scripts that the first page loads until its rows are shown: node ops/first-page.mjs URL
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../ui/package.json', import.meta.url))('playwright-core');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const page = await browser.newPage();
const scripts = new Set();
page.on('response', answer => {
  const path = new URL(answer.url()).pathname;
  if (path.endsWith('.js')) scripts.add(path);
});
await page.goto(process.argv[2]);
await page.locator('main table, main li').first().waitFor();
await page.waitForLoadState('networkidle').catch(() => {});
for (const path of scripts) console.log(path);
await browser.close();

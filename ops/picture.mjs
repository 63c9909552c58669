// Takes the picture of the main screen for the README from a running Waymark: node ops/picture.mjs URL FILE
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../ui/package.json', import.meta.url))('playwright-core');
const [url, file] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  colorScheme: 'light',
  locale: 'en-GB',
  reducedMotion: 'reduce',
});
await page.goto(url);
await page.locator('main h1').waitFor();
await page.locator('.conn.live').waitFor();
await page.waitForFunction(() => document.querySelectorAll('[aria-busy=true]').length === 0);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: file });
await browser.close();

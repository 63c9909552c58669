/// <reference types="vitest/config" />
import { compileMessage } from '@lingui/message-utils/compileMessage'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Compiles the ICU catalogues at build time: no parser in the browser, and a broken message breaks the build. */
function icuMessages(): Plugin {
  return {
    name: 'icu-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/messages\/.*\.json$/.test(id.split('?')[0] ?? '') || id.includes('?raw')) return
      const catalogue = JSON.parse(code) as Record<string, string>
      const compiled = Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, compileMessage(text)]))
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' } as never
    },
  }
}

/** The server that `npm run dev` speaks to: the paths that are not the screen's own go there. */
const server = process.env.WAYMARK_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/',
  plugins: [
    icuMessages(),
    // the kit's own words (announcements, calendars) come in American English and Chinese
    { ...(optimizeLocales.vite({ locales: ['en-US', 'zh-CN'] }) as Plugin), enforce: 'pre' },
    react(),
  ],
  build: { outDir: process.env.UI_OUT || 'dist', emptyOutDir: true, sourcemap: false, target: 'es2022', manifest: true },
  server: { proxy: { '/api': server, '/commands': server, '/live': { target: server, ws: true } } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}'] },
})

import { defineConfig } from 'vite';

/** The web application: built into `dist/web`, where the server finds it; in development the API is asked of a server. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Libraries mark what runs in browsers; here all does.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: { proxy: { '/api': process.env.API ?? 'http://localhost:3000' } },
});

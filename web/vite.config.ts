import { cpSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(pdfjs, 'package.json'), 'utf8')) as { version: string };
/** Its version is in the address, for what is below `assets` is kept for ever. */
const pdfFolder = `assets/pdfjs-${version}/`;

/** Puts beside the build what pdf.js reads when a PDF needs it, and tells the page where that is. */
function pdfSupplies(): Plugin {
  const parts = ['cmaps', 'standard_fonts', 'wasm/openjpeg_nowasm_fallback.js', 'wasm/LICENSE_OPENJPEG'];
  return {
    name: 'pdf-supplies',
    config: (_config, { command }) => ({
      define: { __PDFJS__: JSON.stringify(command === 'build' ? `/${pdfFolder}` : `/@fs${pdfjs}/`) },
      server: { fs: { allow: [import.meta.dirname, pdfjs] } },
    }),
    writeBundle({ dir }) {
      for (const part of parts) cpSync(join(pdfjs, part), join(dir!, pdfFolder, part), { recursive: true });
    },
  };
}

/** Tells the service worker which files this build consists of, so that another build is another worker. */
function buildInWorker(): Plugin {
  // What is large is read when it is used, and only with a network.
  const isKept = (name: string, size: number): boolean => /^assets\/.*\.(?:js|css)$/.test(name) && size < 400_000;
  return {
    name: 'build-in-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') throw new Error('There is no sw.js to tell of the build');
      const built = Object.values(bundle)
        .filter((file) => isKept(file.fileName, (file.type === 'chunk' ? file.code : file.source).length))
        .map(({ fileName }) => `/${fileName}`);
      const files = [...built.sort(), '/logo.svg', '/theme.js', '/manifest.webmanifest'];
      worker.code = worker.code.replace('__BUILD__', JSON.stringify(files));
    },
  };
}

/** The web application: built into `dist/web`, where the server finds it; in development the API is asked of a server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [buildInWorker(), pdfSupplies()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // Since these, colours can be given for light and dark at once.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/src/field/sw.ts` },
      // The worker's address says what it is in charge of: everything.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      // Libraries mark what runs in browsers; here all does.
      checks: { moduleLevelDirective: false },
    },
  },
  server: { proxy: { '/api': process.env.API ?? 'http://localhost:3000' } },
});

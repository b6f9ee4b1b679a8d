import { type Page } from 'playwright-core';
import { sessionCookieName } from '../auth/auth.guard.js';
import { Session } from '../auth/session.entity.js';
import { newId, newSecret, sha256 } from '../common/ids.js';
import { Config } from '../config.js';
import { type Benchmark } from './benchmark.js';
import { openBrowser } from './browser.js';
import { atMost, figure } from './figures.js';
import { type Inside, inside, newInstallation } from './installation.js';
import { assessmentsWith } from './made/assessment.js';
import { qualify } from './made/people.js';
import { criteriaRefs, documentWith } from './made/unit.js';
import { interleaved } from './measure.js';
import { ourServer, serve } from './processes.js';

const targets = 60;
const items = 300;

/** From the address to the first cells on the screen, nothing cached, in milliseconds. */
const untilPainted = `new Promise((resolve) => {
  const look = () => document.querySelector('[role=gridcell]')
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    : requestAnimationFrame(look);
  look();
})`;

/** Moves the grid down and across in every frame, as a finger does fast, and gives when each frame was. */
const frames = (count: number): string => `new Promise((resolve) => {
  const grid = document.querySelector('[role=grid]');
  const at = [];
  const frame = (now) => {
    at.push(now);
    grid.scrollTop += 12;
    grid.scrollLeft += 40;
    if (at.length < ${count}) requestAnimationFrame(frame);
    else resolve(at);
  };
  requestAnimationFrame(frame);
})`;

/** The limit: the same cells as plain HTML, laid out and scrolled by the browser alone. */
const bareTable = `<!doctype html><style>
  div[role=grid] { overflow: auto; width: 1300px; height: 640px; contain: content }
  div[role=row] { display: flex; width: ${items * 44}px }
  div[role=gridcell] { flex: none; width: 44px; height: 44px; border: 1px solid }
</style><div role=grid>${`<div role=row>${'<div role=gridcell>●</div>'.repeat(items)}</div>`.repeat(targets)}</div>`;

/** The page of the largest matrix, in a real browser: when it is seen, and how smoothly it scrolls. */
export const matrixPaint: Benchmark = {
  name: 'matrix-paint',
  async run({ folder, effort }) {
    const browser = await openBrowser();
    if (!browser) return [];
    const installation = newInstallation(folder);
    const { id, secret } = await inside(installation, fill);
    const server = await serve(ourServer, { env: installation.env });
    const matrix = `${server.url}/assessments/${id}/matrix`;
    const bare = `${server.url}/bare`;
    /** The page in a profile of its own, with when it was seen. */
    const opened = async <T>(address: string, work: (page: Page, seen: number) => Promise<T>): Promise<T> => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-TW' });
      try {
        const name = sessionCookieName(new Config(installation.env));
        await context.addCookies([{ name, value: secret, url: server.url }]);
        const page = await context.newPage();
        await page.route(bare, (route) => route.fulfill({ contentType: 'text/html', body: bareTable }));
        await page.goto(address, { waitUntil: 'commit' });
        return await work(page, await page.evaluate<number>(untilPainted));
      } finally {
        await context.close();
      }
    };
    /** Of each round of scrolling: how long the page itself worked for a frame, however busy the machine is. */
    const busy: Record<string, number[]> = { [matrix]: [], [bare]: [] };
    const scrolled = (address: string) => () =>
      opened(address, async (page) => {
        await page.waitForLoadState('networkidle');
        const work = await workOf(page);
        const before = await work();
        const at = await page.evaluate<number[]>(frames(effort.times(180)));
        const fps = ((at.length - 1) * 1000) / (at.at(-1)! - at[0]!);
        busy[address]!.push(((await work()) - before) / at.length);
        return fps;
      });
    const painted = (address: string) => () => opened(address, (_, seen) => Promise.resolve(seen));
    try {
      await painted(matrix)(); // the server reads the document once
      const measured = await interleaved(effort.rounds, {
        paint: painted(matrix),
        barePaint: painted(bare),
        scroll: scrolled(matrix),
        bareScroll: scrolled(bare),
      });
      const name = `matrix ${targets} × ${items}`;
      const limit = (rounds: number[]) => ({ of: 'bare table', rounds });
      return [
        figure(`${name}, first paint`, 'ms', measured.paint, limit(measured.barePaint), atMost(1000, 'ms')),
        figure(`${name}, scrolling`, 'fps', measured.scroll, limit(measured.bareScroll), (value) => [
          { text: '≥ 60 fps', met: Math.round(value) >= 60 },
        ]),
        figure(`${name}, work a frame`, 'ms', busy[matrix]!, limit(busy[bare]!), atMost(16.6, 'ms')),
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Tells how many milliseconds of a processor the page's own thread has used. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
}

/** An assessor signed in, and a matrix with cells in every row and column. */
async function fill({ db, bodyId, people }: Inside): Promise<{ id: string; secret: string }> {
  const [lead] = await people(['assessor'], 1);
  const [candidate] = await people(['candidate'], 1);
  await qualify(db, bodyId, lead!.id);
  const documentId = await documentWith(db, { criteria: targets });
  const whole = { bodyId, documentId, candidateId: candidate!.id, leadId: lead!.id, refs: criteriaRefs(targets) };
  const [assessment] = await assessmentsWith(db, [{ ...whole, items, claimsPerItem: 6 }]);
  const secret = newSecret();
  const now = Date.now();
  const session = {
    id: newId(),
    secretHash: sha256(secret),
    userId: lead!.id,
    userAgent: 'bench',
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 3_600_000).toISOString(),
    revokedAt: null,
  };
  await db.write((tx) => tx.insert(Session, session));
  return { id: assessment!.id, secret };
}

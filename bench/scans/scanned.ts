import type { Browser } from 'playwright-core';
import { mulberry32 } from '../random.ts';
import { BROWSER_DPI, PAPER, type PrintedPage } from './pages.ts';

/** How a page is scanned. */
export interface Scan {
  /** Dots in an inch. */
  readonly dots: number;
  /** Whether it lies askew, with grey paper, noise and soft edges; else it is as printed. */
  readonly isPoor: boolean;
}

/** Degrees by which a poor scan lies askew. */
const ASKEW = 0.7;

/** The picture of a page as a scanner gives it: PNG as printed, JPEG where it is poor. */
export async function scanned(browser: Browser, { html }: PrintedPage, { dots, isPoor }: Scan): Promise<Uint8Array> {
  const context = await browser.newContext({ viewport: PAPER, deviceScaleFactor: dots / BROWSER_DPI });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    const png = await page.screenshot({ fullPage: true });
    return isPoor ? await poor(png, dots) : png;
  } finally {
    await context.close();
  }
}

async function poor(png: Uint8Array, dots: number): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((ASKEW * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  context.filter = `blur(${((0.6 * dots) / 200).toFixed(2)}px)`;
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const random = mulberry32(7);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const noise = (random() + random() + random() - 1.5) * 40;
    const shade = 1 - (0.12 * ((i / 4) % canvas.width)) / canvas.width;
    const grey = Math.max(0, Math.min(255, pixels.data[i]! * 0.85 * shade + 25 + noise));
    pixels.data.fill(grey, i, i + 3);
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toBuffer('image/jpeg', 70);
}

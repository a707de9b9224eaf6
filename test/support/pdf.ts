/** What a PDF holds: the text of each page, in the order in which it was drawn, and each page as a picture. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A canvas as pdf.js makes it outside of a browser. */
type Canvases = {
  create(
    width: number,
    height: number,
  ): { readonly canvas: { toBuffer(kind: 'image/png'): Buffer }; readonly context: object };
};

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
}

const pagesOf = async (pdf: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));

/** The text of each page, its pieces apart by a space. */
export async function readPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await open(bytes);
  const pages = await pagesOf(pdf);
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await page.getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim();
    }),
  );
}

/** The size of each page in inches. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly string[]> {
  const pages = await pagesOf(await open(bytes));
  return pages.map(
    ({ view: [, , width = 0, height = 0] }) => `${(width / 72).toFixed(2)} x ${(height / 72).toFixed(2)}`,
  );
}

/** Whether anything in it could run, open an address or hold a form. */
export async function actsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await open(bytes);
  const annotations = await Promise.all((await pagesOf(pdf)).map((page) => page.getAnnotations()));
  const scripts = Object.keys((await pdf.getJSActions()) ?? {});
  const files = Object.keys((await pdf.getAttachments()) ?? {});
  return [...annotations.flat().map((one: { readonly subtype: string }) => one.subtype), ...scripts, ...files];
}

/** Pages as PNG, at 1.5 times the size of a screen. */
export async function drawPdf(bytes: Uint8Array, wanted: readonly number[]): Promise<readonly Buffer[]> {
  const pdf = await open(bytes);
  const canvases = pdf.canvasFactory as Canvases;
  return Promise.all(
    wanted.map(async (number) => {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 2 });
      const { canvas } = canvases.create(viewport.width, viewport.height);
      await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
      return canvas.toBuffer('image/png');
    }),
  );
}

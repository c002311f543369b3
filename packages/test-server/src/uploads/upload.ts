import { Status } from '@streamone/core';
import { describeStatus } from '@streamone/core/statuses';
import { Refusal } from '../answer/refusal.js';
import type { Explanation } from '../explain/explanation.js';
import { webFault } from '../faults/web-fault.js';
import { maskedExplanation } from '../redaction/masked-explanation.js';
import { failureText, isUnanswered } from '../web/is-unanswered.js';
import { targetOf } from '../web/target-of.js';
import type { WebContext, WebRoute } from '../web/web-route.js';
import { readReturnUrl, withError } from './return-url.js';
import { takeUpload } from './take-upload.js';
import { uploadError } from './upload-error.js';
import type { UploadForm } from './upload-form.js';

const MULTIPART = /^multipart\/form-data\s*;.*boundary=/i;

const NOTHING: UploadForm = { fields: new Map(), file: undefined, problem: undefined };

function readForm(request: Request, { readUpload, contents }: WebContext): Promise<UploadForm> {
  const type = request.headers.get('content-type') ?? '';
  if (request.body !== null && MULTIPART.test(type)) return readUpload(request, contents);
  const more = { argument: 'Content-Type', expected: 'multipart/form-data with a boundary', received: type || 'none' };
  const problem = uploadError(Status.INPUT_ERROR, 'An upload is a POST of a multipart form.', more);
  return Promise.resolve({ ...NOTHING, problem });
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}

function text(status: number, words: string, more: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...more } });
}

/** One upload on its way, and what the journal is to know of it. */
interface Upload {
  readonly target: string;
  form: UploadForm;
  explanation: Explanation | undefined;
}

/** Sends the client back with the status, or tells it here where it named no way back (inferred). */
function refuse(upload: Upload, { status, explain }: Refusal, { redaction }: WebContext): Response {
  const { target, form } = upload;
  const mask = redaction({ target, body: String(new URLSearchParams([...form.fields])) });
  const { summary, ...more } = maskedExplanation(explain(), mask);
  const told = `${status} ${describeStatus(status).name}: ${summary}`;
  upload.explanation = { summary: told, ...more };
  const returnUrl = readReturnUrl(form.fields.get('returnurl'));
  if (returnUrl !== undefined) return redirect(withError(returnUrl, status));
  return text(400, `${told}\nThe field "returnurl" must be an absolute address with http:// or https://.`);
}

async function carryOut(upload: Upload, context: WebContext): Promise<Response> {
  const { form } = upload;
  const returnUrl = readReturnUrl(form.fields.get('returnurl'));
  try {
    if (returnUrl !== undefined) {
      await takeUpload(form, context);
      return redirect(returnUrl);
    }
    const problem = uploadError(Status.INPUT_ERROR, 'The field "returnurl" is missing, or no address of the web.');
    return refuse(upload, form.problem ?? problem, context);
  } catch (error) {
    if (error instanceof Refusal) return refuse(upload, error, context);
    throw error;
  } finally {
    await form.file?.content.drop();
  }
}

async function answer(upload: Upload, request: Request, context: WebContext): Promise<Response> {
  // Read to its end in any case: a client that is still sending would not see the answer.
  upload.form = await readForm(request, context);
  const fault = context.faults.empty ? undefined : context.faults.take({ command: 'upload', action: '' });
  const proceed = (): Promise<Response> => carryOut(upload, context);
  if (fault === undefined) return proceed();
  try {
    return await webFault(fault, {
      proceed,
      refuse: (status) =>
        refuse(upload, uploadError(status, 'A fault was ordered for this upload (faults.add).'), context),
      signal: AbortSignal.any([request.signal, context.closing]),
    });
  } finally {
    await upload.form.file?.content.drop();
  }
}

/** What the journal shows of the form: it masks the token by its name. */
function shownFields({ fields, file }: UploadForm): Record<string, unknown> {
  const uploadfile = file && { name: file.name, size: file.content.size };
  return { ...Object.fromEntries(fields), ...(uploadfile && { uploadfile }) };
}

/**
 * Takes uploads, at `/upload`: a multipart form in, a redirect to its `returnurl` out, with
 * `error=<status>` where it was refused (documented). The redirect is a 302; without a usable
 * `returnurl` the answer is a 400 that says why (both inferred).
 */
export const upload: WebRoute = {
  takes: (path) => path === '/upload' || path === '/upload/',
  async respond(request, context) {
    const started = performance.now();
    const { method } = request;
    const target = targetOf(request);
    const taken: Upload = { target, form: NOTHING, explanation: undefined };
    const note = (httpStatus: number): void =>
      context.journal.note({
        method,
        target,
        httpStatus,
        durationMs: performance.now() - started,
        command: 'upload',
        arguments: shownFields(taken.form),
        ...(taken.explanation && { explanation: taken.explanation }),
      });
    if (method !== 'POST') return text(405, 'An upload is a POST of a multipart form.', { allow: 'POST' });
    try {
      const response = await answer(taken, request, context);
      note(response.status);
      return response;
    } catch (error) {
      const unanswered = isUnanswered(error, request);
      if (!unanswered) taken.explanation = { summary: failureText(error) };
      // Without an answer the client went away, or a fault ends the connection.
      note(unanswered ? 0 : 500);
      throw error;
    }
  },
};

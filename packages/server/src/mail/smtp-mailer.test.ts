import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { describe, expect, test } from "vitest";
import { createLog } from "../log/create-log.ts";
import { smtpMailer } from "./smtp-mailer.ts";
import { writeMail } from "./write-mail.ts";

const silent = pino({ level: "silent" });
const FROM = "Callnext <queue@callnext.example>";
const mail = writeMail({
  kind: "invitation",
  to: "khady@mairie.example",
  locale: "fr",
  name: "Khady, <b>\r\nBcc: all@mairie.example",
  organisation: "Mairie de Thiès",
  link: "https://queue.example/accept#secret",
});

interface Post extends AsyncDisposable {
  readonly url: string;
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  readonly tries: number;
  /** How often it was told a password. */
  readonly passwords: number;
}

/** A real SMTP server; `refuse` says what it answers to the n-th recipient, 0 for "taken". */
async function openPost(refuse: (count: number) => number = () => 0): Promise<Post> {
  const letters: Post["letters"] = [];
  const counts = { tries: 0, passwords: 0 };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth(_auth, _session, callback) {
      counts.passwords += 1;
      callback(null, { user: "anybody" });
    },
    onRcptTo(address, _session, callback) {
      counts.tries += 1;
      const responseCode = refuse(counts.tries);
      if (responseCode === 0) callback();
      else callback(Object.assign(new Error(`no ${address.address} here`), { responseCode }));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        letters.push({
          from,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    letters,
    get tries() {
      return counts.tries;
    },
    get passwords() {
      return counts.passwords;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe("mail over SMTP", () => {
  test("arrives with its sender, its one recipient and its words; a name cannot add headers", async () => {
    await using post = await openPost();
    using mailer = smtpMailer({ url: post.url, from: FROM, log: silent });
    await mailer.send(mail);
    expect(post.letters).toHaveLength(1);
    expect(post.letters[0]).toMatchObject({ from: "queue@callnext.example", to: ["khady@mairie.example"] });
    const head = post.letters[0]?.text.split("\r\n\r\n")[0] ?? "";
    expect(head).not.toMatch(/^bcc/im);
    expect(head).toMatch(/^content-type: text\/plain/im);
  });

  test("a list of addresses is no address", async () => {
    await using post = await openPost();
    using mailer = smtpMailer({ url: post.url, from: FROM, log: silent });
    await mailer.send({ ...mail, to: "a@x.example, b@y.example" }).catch(() => undefined);
    expect(post.letters.flatMap(({ to }) => to)).not.toContain("b@y.example");
  });

  test("a temporary refusal is tried once more", async () => {
    await using post = await openPost((count) => (count === 1 ? 451 : 0));
    using mailer = smtpMailer({ url: post.url, from: FROM, log: silent, retryAfterMs: 1 });
    await mailer.send(mail);
    expect([post.tries, post.letters.length]).toEqual([2, 1]);
  });

  test("a lasting refusal is not, and its log holds no address and no link", async () => {
    await using post = await openPost(() => 550);
    let log = "";
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        log += chunk.toString();
        done();
      },
    });
    using mailer = smtpMailer({
      url: post.url,
      from: FROM,
      log: createLog({ destination }),
      retryAfterMs: 1,
    });
    await expect(mailer.send(mail)).rejects.toThrow("the mail was not sent");
    expect(post.tries).toBe(1);
    expect(log).toContain('"responseCode":550');
    for (const canary of ["khady", "mairie", "secret"]) expect(log.toLowerCase()).not.toContain(canary);
  });

  test("a server that takes the call and says nothing is left at the deadline", async () => {
    const mute = createServer(() => undefined);
    mute.listen(0, "127.0.0.1");
    await once(mute, "listening");
    const { port } = mute.address() as AddressInfo;
    using mailer = smtpMailer({
      url: `smtp://127.0.0.1:${String(port)}`,
      from: FROM,
      log: silent,
      retryAfterMs: 1,
      tryWithinMs: 50,
    });
    const started = performance.now();
    await expect(mailer.send(mail)).rejects.toThrow("the mail was not sent");
    expect(performance.now() - started).toBeLessThan(3_000);
    mailer[Symbol.dispose]();
    mute.close();
  });

  test("what waits for its second try ends with the server", async () => {
    await using post = await openPost(() => 451);
    const mailer = smtpMailer({ url: post.url, from: FROM, log: silent, retryAfterMs: 60_000 });
    const sending = mailer.send(mail);
    sending.catch(() => undefined);
    await expect.poll(() => post.tries).toBe(1);
    mailer[Symbol.dispose]();
    await expect(sending).rejects.toThrow("the mail was not sent");
  });

  test("security: a password does not leave for another machine in the clear", async () => {
    await using post = await openPost();
    // This machine by another name than those that need no encryption.
    const url = post.url.replace("127.0.0.1", "user:secret@[::ffff:127.0.0.1]");
    using mailer = smtpMailer({ url, from: FROM, log: silent, retryAfterMs: 1 });
    await expect(mailer.send(mail)).rejects.toThrow("the mail was not sent");
    expect([post.passwords, post.letters.length]).toEqual([0, 0]);
  });
});

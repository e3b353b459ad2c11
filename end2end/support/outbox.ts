export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** All mails to an address, oldest first, as the outbox viewer shows them. */
export async function mailsTo(origin: string, address: string): Promise<Mail[]> {
  const list = await get(`${origin}/dev/outbox`);
  const entries = [...list.matchAll(/href="\/dev\/outbox\/(\d+)"(.*?)<\/li>/gs)];
  const numbers = entries.filter(([, , entry]) => plain(entry).includes(address)).map(([, number]) => number);
  const mails: Mail[] = [];
  for (const number of numbers.reverse()) {
    const page = await get(`${origin}/dev/outbox/${number}`);
    const [text = '', html = ''] = [...page.matchAll(/<pre class="mail-text">(.*?)<\/pre>/gs)].map((found) => plain(found[1]));
    mails.push({
      to: plain(/<dt>To<\/dt>\s*<dd>(.*?)<\/dd>/s.exec(page)?.[1] ?? ''),
      subject: plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1] ?? ''),
      text,
      html,
    });
  }
  return mails.filter((mail) => mail.to.includes(address));
}

/** The only link of a mail's text. */
export function linkOf(mail: Mail): string {
  const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
  if (links.length !== 1) throw new Error(`One link was expected in the mail, not ${links.length}:\n${mail.text}`);
  return links[0];
}

/** The code of a confirmation mail, as it is written there. */
export function codeOf(mail: Mail): string {
  const code = /^\s+(\d{4} \d{4})$/m.exec(mail.text)?.[1];
  if (!code) throw new Error(`No code in the mail:\n${mail.text}`);
  return code;
}

async function get(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.text();
}

/** The text of a piece of HTML. */
export function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&amp;/g, '&');
}

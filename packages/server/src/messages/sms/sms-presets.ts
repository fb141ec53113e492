import type { SmsProvider } from "./sms-provider.ts";

export interface SmsPreset extends Pick<SmsProvider, "name" | "url" | "format" | "headers" | "body"> {
  readonly id: string;
  /** What the secret is, in the provider's own words. */
  readonly secretIs: string;
}

/** What providers' own documents say that their APIs take; where something in capitals stands, it is the account's. */
export const SMS_PRESETS: readonly SmsPreset[] = [
  {
    id: "generic",
    name: "HTTP",
    url: "https://",
    format: "json",
    headers: { Authorization: "Bearer {secret}" },
    body: '{"to":"{to}","from":"{from}","text":"{text}"}',
    secretIs: "API key",
  },
  {
    id: "twilio",
    name: "Twilio",
    url: "https://api.twilio.com/2010-04-01/Accounts/ACCOUNT_SID/Messages.json",
    format: "form",
    headers: { Authorization: "Basic {secret64}" },
    body: "To={to}&From={from}&Body={text}",
    secretIs: "ACCOUNT_SID:AUTH_TOKEN",
  },
  {
    id: "africas-talking",
    name: "Africa’s Talking",
    url: "https://api.africastalking.com/version1/messaging",
    format: "form",
    headers: { apiKey: "{secret}" },
    body: "username=USERNAME&to={to}&from={from}&message={text}",
    secretIs: "API key",
  },
  {
    id: "infobip",
    name: "Infobip",
    url: "https://BASE_URL.api.infobip.com/sms/2/text/advanced",
    format: "json",
    headers: { Authorization: "App {secret}" },
    body: '{"messages":[{"from":"{from}","destinations":[{"to":"{to_digits}"}],"text":"{text}"}]}',
    secretIs: "API key",
  },
  {
    id: "vonage",
    name: "Vonage",
    url: "https://rest.nexmo.com/sms/json",
    format: "json",
    headers: {},
    body: '{"api_key":"API_KEY","api_secret":"{secret}","to":"{to_digits}","from":"{from}","text":"{text}","type":"unicode"}',
    secretIs: "API secret",
  },
  {
    id: "messagebird",
    name: "Bird (MessageBird)",
    url: "https://rest.messagebird.com/messages",
    format: "json",
    headers: { Authorization: "AccessKey {secret}" },
    body: '{"recipients":["{to_digits}"],"originator":"{from}","body":"{text}","datacoding":"auto"}',
    secretIs: "Access key",
  },
];

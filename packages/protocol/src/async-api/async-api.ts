import { PROTOCOL_VERSION, SUBPROTOCOL } from "../native/version.ts";
import { MESSAGE_SUMMARIES } from "./message-summaries.ts";
import { type Direction, payloadSchema } from "./payload-schema.ts";
import { type MessageSchema, type SocketDescription, SOCKETS } from "./sockets.ts";

type Json = Readonly<Record<string, unknown>>;

const mapEntries = <From, To>(
  record: Readonly<Record<string, From>>,
  make: (key: string, value: From) => readonly [string, To],
): Readonly<Record<string, To>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => make(key, value)));

const messageId = (socket: string, schema: MessageSchema): string => `${socket}.${schema.shape.type.value}`;

const summaries: Readonly<Record<string, string>> = MESSAGE_SUMMARIES;

const message = (schema: MessageSchema, direction: Direction): Json => {
  const name = schema.shape.type.value;
  return {
    name,
    title: name,
    summary: summaries[name],
    contentType: "application/json",
    payload: payloadSchema(schema, direction),
  };
};

const channel = (id: string, socket: SocketDescription): Json => ({
  address: socket.address,
  title: socket.title,
  description: socket.description,
  parameters: mapEntries(socket.parameters, (name, description) => [name, { description }]),
  messages: Object.fromEntries(
    [...socket.up, ...socket.down].map((schema) => [
      schema.shape.type.value,
      { $ref: `#/components/messages/${messageId(id, schema)}` },
    ]),
  ),
  bindings: {
    ws: {
      method: "GET",
      query: {
        type: "object",
        properties: mapEntries(socket.query, (name, description) => [name, { type: "string", description }]),
      },
      bindingVersion: "0.1.0",
    },
  },
});

const operation = (id: string, action: "send" | "receive", schemas: readonly MessageSchema[]): Json => ({
  action,
  channel: { $ref: `#/channels/${id}` },
  messages: schemas.map(({ shape }) => ({ $ref: `#/channels/${id}/messages/${shape.type.value}` })),
});

const credentials = {
  bearer: { type: "http", scheme: "bearer", description: "`access_token` of the sign-in" },
  ticket: { type: "httpApiKey", in: "query", name: "ticket", description: "Serves once, within 30 s" },
  cookie: {
    type: "httpApiKey",
    in: "cookie",
    name: "callnext_session",
    description: "Counts only with an allowed Origin",
  },
};

/** Every message of every socket, by `{channel}.{type}`. */
export const wireMessages = (): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(SOCKETS).flatMap(([id, { up, down }]) => [
      ...up.map((schema) => [messageId(id, schema), message(schema, "up")] as const),
      ...down.map((schema) => [messageId(id, schema), message(schema, "down")] as const),
    ]),
  );

/** The sockets as an AsyncAPI 3.0 document, from the server's side: it receives what clients send. */
export const asyncApi = (): Json => ({
  asyncapi: "3.0.0",
  info: {
    title: "Callnext",
    version: PROTOCOL_VERSION,
    description: `Text frames of JSON. A reader ignores fields it does not know. Subprotocol of the native socket: \`${SUBPROTOCOL}\`. HTTP is described at \`/api/openapi.json\`.`,
    license: { name: "MIT" },
  },
  defaultContentType: "application/json",
  channels: mapEntries(SOCKETS, (id, socket) => [id, channel(id, socket)]),
  operations: Object.fromEntries(
    Object.entries(SOCKETS).flatMap(([id, { up, down }]) => [
      [`${id}.receive`, operation(id, "receive", up)],
      [`${id}.send`, operation(id, "send", down)],
    ]),
  ),
  components: { messages: wireMessages(), securitySchemes: credentials },
});

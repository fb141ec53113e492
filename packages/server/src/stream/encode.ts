/** One buffer per frame, shared by every socket it goes to. */
export const encode = (frame: object): Buffer => Buffer.from(JSON.stringify(frame));

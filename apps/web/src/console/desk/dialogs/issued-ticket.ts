/** What the server answers for a new ticket, as far as the desk shows it. */
export interface IssuedTicket {
  readonly id: string;
  readonly number: string;
  readonly queue_name: string;
  readonly position: number | null;
  /** With the capability to leave the line, where the server gives it. */
  readonly ticket_url?: string;
}

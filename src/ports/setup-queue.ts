/** The queue in which projects are put under change control, one at a time for a whole site. */
export interface SetupQueue {
  /**
   * Asks for the next steps of a project.
   * @param afterSeconds Not before so many seconds, at most 900.
   * @throws Failure `unreachable` when the queue did not take the message.
   */
  push(projectId: string, afterSeconds?: number): Promise<void>;
  /**
   * Asks for the guards of a governed project to be brought up to date.
   * @throws Failure `unreachable` when the queue did not take the message.
   */
  pushRefresh(projectId: string): Promise<void>;
}

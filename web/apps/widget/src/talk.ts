/** Everything that is shown only once there is a conversation. */
export { endPage, hopedWait, waitedWords, waitingPage } from "./pages";
export { Thread } from "./thread";

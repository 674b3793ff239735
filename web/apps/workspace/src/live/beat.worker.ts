/** A steady beat for the connection, also while the tab is hidden. */
setInterval(() => postMessage(null), 1000);

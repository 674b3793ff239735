# Being called instead of waiting: fetched only when it is offered.

call-me = Call me instead
call-title = Ask for a call
call-phone = Your telephone number
call-about = What is it about?
call-when = When shall we call?
call-soon = As soon as you can
call-soon-by = Soon, by { $when }
call-send = Send the request
call-sending = Sending…
call-not = Cancel
call-failed = The request did not get through. Try again.
call-no-phone = Write your telephone number
call-no-about = Write what it is about
call-ordered = You are waiting for our call
call-cancel = Cancel the call

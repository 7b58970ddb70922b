### Pages that say that something went wrong.

message-home = To the body

message-missing-title = There is no such page
message-missing-words = It may have moved. Use the menu above to find your way.

message-failed-title = Something went wrong here
message-failed-words = Nothing you entered is lost. Try again. If it happens again, look at the window in which you started Psoas.

message-refused-host-title = This is not the address of Psoas
message-refused-host-words = Psoas only answers at the address that it printed when it started. Open that one.

message-refused-origin-title = That did not come from a page of Psoas
message-refused-origin-words = Nothing was changed. Open the page again and try once more.

message-refused-large-title = That is too much at once
message-refused-large-words = We kept nothing. Cut a recording into shorter parts, or choose the recording itself and not a folder of them.

message-refused-unpaired-title = This device is not paired yet
message-refused-unpaired-words = On the computer where Psoas runs, open the page Phone and scan the code there with this device.

message-unreadable-title = That could not be read
message-unreadable-words = Nothing was changed. Open the page again and try once more.

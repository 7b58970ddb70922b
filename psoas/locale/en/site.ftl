### What every page shows.

site-name = Psoas
site-skip = Skip to the page
site-main_nav = Pages
site-look = Colours
site-foot = Measures and explains; does not diagnose. New numbness between the legs, or trouble passing water, needs a hospital now.
site-stays = Everything stays on this machine.

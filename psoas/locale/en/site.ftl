### What every page shows.

site-name = Psoas
site-skip = Skip to the page
site-main_nav = Pages
site-look = Colours
site-foot = We measure and explain. We don't diagnose. New numbness between your legs, or trouble passing urine? Go to a hospital now.
site-stays = Everything stays on this machine.

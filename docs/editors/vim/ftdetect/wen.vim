" Query files of wen: by their ending, and by their first line.
autocmd BufNewFile,BufRead *.wen setfiletype wen
autocmd BufNewFile,BufRead * if !did_filetype() && getline(1) =~# '^#!.*\<wen\>' | setfiletype wen | endif

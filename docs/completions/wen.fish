# fish completion for wen; written by wen reference from the declarations

function __wen_command
    set -l words (commandline -opc)
    if test (count $words) -gt 1; and contains -- $words[2] query index verify info doctor check teach new-lesson scores reference help
        echo $words[2]
    else
        echo query
    end
end

function __wen_is
    test (__wen_command) = $argv[1]
end

function __wen_first
    test (count (commandline -opc)) -eq 1
end

complete -c wen -n __wen_first -a query -d 'Answer queries, run query files, or open the prompt (the default).'
complete -c wen -n __wen_first -a index -d 'Make an archive of files and folders that opens at once and answers at once.'
complete -c wen -n __wen_first -a verify -d 'Compare archives with their checksums; status 3 where one is damaged.'
complete -c wen -n __wen_first -a info -d 'Say what archives hold: files, articles, segments, sizes.'
complete -c wen -n __wen_first -a doctor -d 'Look at locale, terminal, files and libraries, and at archives; status 3 where something is bad.'
complete -c wen -n __wen_first -a check -d 'Run the query blocks of lessons and other Markdown documents and compare their output.'
complete -c wen -n __wen_first -a teach -d 'Step through a lesson; without one, list the course that is built in.'
complete -c wen -n __wen_first -a new-lesson -d 'Write the beginning of a lesson, NAME.md, which passes wen check.'
complete -c wen -n __wen_first -a scores -d 'Gather the scores of lessons that were handed in, as one table.'
complete -c wen -n __wen_first -a reference -d 'Print the reference of all commands as Markdown.'
complete -c wen -n '__wen_is query' -s e -l eval -x -d 'A query; repeatable, each is a line.'
complete -c wen -n '__wen_is query' -s f -l file -x -a '(__fish_complete_suffix .wen)' -d 'A query file; - is standard input.'
complete -c wen -n '__wen_is query' -l json -d 'One JSON object a row.'
complete -c wen -n '__wen_is query' -s q -l quiet -d 'No notices, no footer.'
complete -c wen -n '__wen_is query' -l exit-status -d 'Status 1 where the last result is empty or zero.'
complete -c wen -n '__wen_is query' -l write -x -a '(__fish_complete_directories)' -d 'Let a query file write below this folder; repeatable.'
complete -c wen -n '__wen_is query' -l encoding -x -a 'auto utf-8 gb18030 big5 big5-hkscs utf-16 utf-16le utf-16be' -d 'Encoding of the archives; found out for each file where it is not given.'
complete -c wen -n '__wen_is query' -l lang -x -a 'en zh' -d 'Language of messages: en or zh.'
complete -c wen -n '__wen_is query' -l columns -x -d 'Which columns of tables hold which fields; else guessed from their names.'
complete -c wen -n '__wen_is query' -l no-config -d 'At the prompt: read neither ~/.config/wen/config nor .wen.'
complete -c wen -n '__wen_is query' -l version -d 'Show the version.'
complete -c wen -n '__wen_is query' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is index' -s o -l output -x -a '(__fish_complete_suffix .wenku)' -d 'The archive to make.'
complete -c wen -n '__wen_is index' -l update -d 'Read only what is new or changed since the archive was made; without paths, those it was made of.'
complete -c wen -n '__wen_is index' -l jobs -x -d 'Threads; as many as there are processors.'
complete -c wen -n '__wen_is index' -l memory -x -d 'Memory it may take, as 500M or 2G.'
complete -c wen -n '__wen_is index' -l segment -x -d 'Text of a segment, as 64M; by the memory where it is not given.'
complete -c wen -n '__wen_is index' -l encoding -x -a 'auto utf-8 gb18030 big5 big5-hkscs utf-16 utf-16le utf-16be' -d 'Encoding of the files; found out for each where it is not given.'
complete -c wen -n '__wen_is index' -l columns -x -d 'Which columns of tables hold which fields.'
complete -c wen -n '__wen_is index' -l lang -x -a 'en zh' -d 'Language of messages: en or zh.'
complete -c wen -n '__wen_is index' -s q -l quiet -d 'No word beside errors.'
complete -c wen -n '__wen_is index' -l version -d 'Show the version.'
complete -c wen -n '__wen_is index' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is verify' -l lang -x -a 'en zh' -d 'Language of messages: en or zh.'
complete -c wen -n '__wen_is verify' -s q -l quiet -d 'No word on what is sound.'
complete -c wen -n '__wen_is verify' -l version -d 'Show the version.'
complete -c wen -n '__wen_is verify' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is info' -l lang -x -a 'en zh' -d 'Language of messages: en or zh.'
complete -c wen -n '__wen_is info' -l version -d 'Show the version.'
complete -c wen -n '__wen_is info' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is doctor' -l lang -x -a 'en zh' -d 'Language of messages: en or zh.'
complete -c wen -n '__wen_is doctor' -l version -d 'Show the version.'
complete -c wen -n '__wen_is doctor' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is check' -l update -d 'Write the output that was found into the documents.'
complete -c wen -n '__wen_is check' -l archive -r -F -d 'The archive to ask instead of the built-in example; repeatable.'
complete -c wen -n '__wen_is check' -l version -d 'Show the version.'
complete -c wen -n '__wen_is check' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is teach' -l lang -x -a 'en zh' -d 'Language of the course and of messages: en or zh.'
complete -c wen -n '__wen_is teach' -l score -x -a '(__fish_complete_suffix .jsonl)' -d 'The file of the score, instead of one in ~/.local/state/wen/lessons.'
complete -c wen -n '__wen_is teach' -l name -x -d 'Who answers, for the score.'
complete -c wen -n '__wen_is teach' -l again -d 'Begin anew where the lesson was left.'
complete -c wen -n '__wen_is teach' -l print -d 'Print the lesson\'s Markdown.'
complete -c wen -n '__wen_is teach' -l version -d 'Show the version.'
complete -c wen -n '__wen_is teach' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is new-lesson' -l lang -x -a 'en zh' -d 'Language of the lesson: en or zh.'
complete -c wen -n '__wen_is new-lesson' -l version -d 'Show the version.'
complete -c wen -n '__wen_is new-lesson' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is scores' -l tasks -d 'A row a task.'
complete -c wen -n '__wen_is scores' -l json -d 'One JSON object a row.'
complete -c wen -n '__wen_is scores' -l lang -x -a 'en zh' -d 'Language of the columns: en or zh.'
complete -c wen -n '__wen_is scores' -l version -d 'Show the version.'
complete -c wen -n '__wen_is scores' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is reference' -l into -x -a '(__fish_complete_directories)' -d 'Write all pages that are made from the declarations below this folder.'
complete -c wen -n '__wen_is reference' -l version -d 'Show the version.'
complete -c wen -n '__wen_is reference' -s h -l help -d 'Show help information.'
complete -c wen -n '__wen_is reference' -f

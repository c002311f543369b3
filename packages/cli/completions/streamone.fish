# fish completion for streamone

function __streamone_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # The name of the program itself.
    set -e words[1]
    set -l lines (streamone complete fish $words "$current" 2>/dev/null)
    if string match -q 'files*' -- "$lines[1]"
        __fish_complete_path "$current"
        return
    end
    set -e lines[1]
    printf '%s\n' $lines
end

complete -c streamone -e
complete -c streamone -f -k -a '(__streamone_complete)'

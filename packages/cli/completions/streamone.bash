# bash completion for streamone                                  -*- shell-script -*-
# What is typed is handed over as it is, and nothing of it is run.

_streamone() {
    local line first=yes
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $first ]]; then
            COMPREPLY+=("$line")
            continue
        fi
        first=
        # Before version 4 bash has no compopt, and offers files whenever nothing else is.
        [[ $line == files* ]] || compopt +o default +o bashdefault 2>/dev/null
        [[ $line != *open ]] || compopt -o nospace 2>/dev/null
    done < <(streamone complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_TYPE" "${COLUMNS:-80}" "$COMP_WORDBREAKS" 2>/dev/null)
}

complete -o default -o bashdefault -F _streamone streamone
# The order is that of the help; before version 4.4 bash knows no other than the alphabet's.
complete -o default -o bashdefault -o nosort -F _streamone streamone 2>/dev/null || true

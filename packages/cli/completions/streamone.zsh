#compdef streamone
# zsh completion for streamone                                   -*- shell-script -*-

_streamone() {
    local -a lines items rest
    local line value label
    # Words as they would be without their quotes; nothing in them is run.
    lines=("${(@f)$(streamone complete zsh "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    if [[ $lines[1] == files* ]]; then
        # What stands before the path in --option=path is kept.
        compset -P '--*='
        _files
        return
    fi
    [[ $lines[1] == *open ]] && rest=(-S '')
    for line in "${(@)lines[2,-1]}"; do
        [[ -n $line ]] || continue
        value=${line%%$'\t'*}
        label=${line#*$'\t'}
        items+=("${value//:/\\:}${label:+:$label}")
    done
    (( $#items )) && _describe -V 'streamone' items "${rest[@]}"
}

if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    # Found in $fpath.
    _streamone "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _streamone streamone
fi
